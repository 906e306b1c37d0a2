import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCourse } from '../../../src/classroom/course/read-course.ts';
import { gradingWorkflow } from '../../../src/classroom/grading/grading-workflow.ts';
import { makeCourse } from '../../support/graded-course.ts';

const course = () => readCourse(makeCourse(['ada']));
const fetch = 'git submodule update --init # "all"';

interface Job {
  readonly needs?: string;
  readonly strategy?: { readonly matrix: { readonly part: readonly number[] } };
  readonly steps: readonly { readonly run?: string; readonly uses?: string }[];
}

const commandsOf = ({ steps }: Job) => steps.flatMap(({ run }) => run ?? []);

describe('the workflow that grades', () => {
  test('gives each machine of GitHub a part, and all grades to one that reports', () => {
    const text = gradingWorkflow(course(), { host: 'github', parts: 3, fetch });
    const { grade, report } = (parse(text) as { jobs: Record<string, Job> }).jobs;
    expect(grade!.strategy!.matrix.part).toEqual([1, 2, 3]);
    expect(commandsOf(grade!)).toContain(fetch);
    expect(commandsOf(grade!).at(-1)).toMatch(
      /npx --yes create-backend-roadmap@\S+ class grade --part \$\{\{ matrix\.part \}\}\/3$/,
    );
    expect(report!.needs).toBe('grade');
    expect(commandsOf(report!).join('\n')).toMatch(/class report\n.* class gradebook --format csv/);
  });

  test('calls no action of others but at a commit', () => {
    const text = gradingWorkflow(course(), { host: 'github', parts: 3, fetch: null });
    const used = Object.values((parse(text) as { jobs: Record<string, Job> }).jobs)
      .flatMap(({ steps }) => steps)
      .flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });

  test('counts the machines of GitLab by what GitLab says', () => {
    const text = gradingWorkflow(course(), { host: 'gitlab', parts: 4, fetch });
    const { grade, report } = parse(text) as Record<string, { parallel: number; script: string[] }>;
    expect(grade!.parallel).toBe(4);
    expect(grade!.script).toContain(fetch);
    expect(grade!.script.at(-1)).toMatch(/class grade --part \$CI_NODE_INDEX\/\$CI_NODE_TOTAL$/);
    expect(report!.script.join('\n')).toContain('class report');
  });

  test('brings a Postgres from the stage on that needs one', () => {
    const [assignment] = course().assignments;
    const stage = { ...assignment!.stage, number: 3 };
    const later = { ...course(), assignments: [{ ...assignment!, stage }] };
    const how = { host: 'github', parts: 1, fetch: null } as const;
    expect(gradingWorkflow(later, how)).toContain('bubblewrap postgresql');
    expect(gradingWorkflow(course(), how)).not.toContain('postgresql');
  });
});
