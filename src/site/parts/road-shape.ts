/** A point of a drawing, in its units. */
export type Point = readonly [x: number, y: number];

/** A piece of a curve between two points that it leaves and meets horizontally. */
type Bend = readonly [from: Point, leaves: Point, meets: Point, to: Point];

/** A winding road: where its stations are, and how it is drawn. */
export interface RoadShape {
  readonly stations: readonly Point[];
  /** The whole of it, as the `d` of a path. */
  readonly whole: string;
  /** The part that lies behind. */
  readonly driven: string;
  /** Where that part ends. */
  readonly reached: Point;
}

const WIDTH = 1000;
const EDGE = 60;
const MIDDLE = 105;
/** How far it swings up and down. */
const SWING = 42;

/**
 * Lays a road with as many stations as wished, and a way on behind the last one.
 * @param driven how much of it lies behind, in stations: 1.5 is half-way from the second to the third
 */
export function roadShape(stations: number, driven: number): RoadShape {
  const step = (WIDTH - 2 * EDGE) / stations;
  const points = Array.from({ length: stations + 1 }, (_, at): Point => {
    return [EDGE + at * step, MIDDLE + (at % 2 === 0 ? SWING : -SWING)];
  });
  const bends = points.slice(1).map((to, at) => bendBetween(points[at]!, to));
  const whole = Math.min(Math.floor(driven), stations);
  const behind = bends.slice(0, whole);
  const [part, reached] =
    whole === stations ? [[], points.at(-1)!] : beginningOf(bends[whole]!, driven - whole);
  return {
    stations: points.slice(0, -1),
    whole: pathOf(bends),
    driven: pathOf([...behind, ...part]),
    reached,
  };
}

function bendBetween(from: Point, to: Point): Bend {
  const half = (from[0] + to[0]) / 2;
  return [from, [half, from[1]], [half, to[1]], to];
}

/** The first part of a bend, by de Casteljau's construction, and the point where it ends. */
function beginningOf([a, b, c, d]: Bend, share: number): [Bend[], Point] {
  const ab = between(a, b, share);
  const bc = between(b, c, share);
  const abc = between(ab, bc, share);
  const end = between(abc, between(bc, between(c, d, share), share), share);
  return [share === 0 ? [] : [[a, ab, abc, end]], end];
}

function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

function pathOf(bends: readonly Bend[]): string {
  const [first] = bends;
  if (first === undefined) return '';
  const curves = bends.map(([, b, c, d]) => `C${rounded(b)} ${rounded(c)} ${rounded(d)}`);
  return `M${rounded(first[0])}${curves.join('')}`;
}

function rounded([x, y]: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
