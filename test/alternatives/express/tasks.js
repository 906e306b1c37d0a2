import { Router } from 'express';

const all = [];
let next = 1;

const isText = (value) =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0') && fits(value.trim());
const fits = (text) => text !== '' && Array.from(text).length <= 200;
const isPriority = (value) => [1, 2, 3, 4, 5].includes(value);
const isFlag = (value) => typeof value === 'boolean';
const schema = new Map([
  ['title', isText],
  ['priority', isPriority],
  ['completed', isFlag],
]);
const sorts = new Set(['id', 'created_at', 'updated_at', 'title', 'priority']);
const isCount = (least, most) => (text) =>
  /^(0|[1-9]\d*)$/.test(text) && +text >= least && +text <= most;
const queries = new Map([
  ['limit', isCount(1, 100)],
  ['offset', isCount(0, Number.MAX_SAFE_INTEGER)],
  ['sort', (text) => sorts.has(text.replace('-', '')) && text.lastIndexOf('-') < 1],
  ['title', () => true],
  ['completed', (text) => text === 'true' || text === 'false'],
]);

export const tasks = Router({ strict: true });

tasks.param('id', (req, res, done, id) => {
  req.task = /^[1-9]\d{0,15}$/.test(id) ? all.find((task) => task.id === Number(id)) : undefined;
  const isKnown = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'].includes(req.method);
  done(req.task === undefined && isKnown ? { status: 404 } : undefined);
});

tasks
  .route('/')
  .get((req, res) => {
    const {
      limit = 20,
      offset = 0,
      sort = 'id',
      ...filters
    } = checked(req.query, queries, '/query');
    const found = all
      .filter((task) => Object.keys(filters).every((name) => String(task[name]) === filters[name]))
      .toSorted(by(sort));
    const items = found.slice(Number(offset), Number(offset) + Number(limit));
    res.json({ items, total: found.length, limit: Number(limit), offset: Number(offset) });
  })
  .post((req, res) => {
    const input = inputOf(req.body, ['title']);
    refuseTaken(input.title);
    const now = new Date().toISOString();
    const task = {
      id: next++,
      priority: 3,
      completed: false,
      ...input,
      created_at: now,
      updated_at: now,
    };
    all.push(task);
    res.status(201).location(`/api/v1/tasks/${task.id}`).json(task);
  })
  .options((req, res) => res.set('Allow', 'GET, HEAD, POST, OPTIONS').status(204).end())
  .all((req, res, done) => done({ status: 405, allow: 'GET, HEAD, POST, OPTIONS' }));

tasks
  .route('/:id')
  .get((req, res) => res.json(req.task))
  .put((req, res) => {
    res.json(changed(req.task, { priority: 3, completed: false, ...inputOf(req.body, ['title']) }));
  })
  .patch((req, res) => res.json(changed(req.task, inputOf(req.body, []))))
  .delete((req, res) => {
    all.splice(all.indexOf(req.task), 1);
    res.status(204).end();
  })
  .options((req, res) => res.set('Allow', 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS').sendStatus(200))
  .all((req, res, done) => done({ status: 405, allow: 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS' }));

function changed(task, input) {
  if (Object.keys(input).every((name) => task[name] === input[name])) return task;
  if (task.completed && input.completed !== false) throw { status: 409 };
  if (input.title !== undefined && input.title !== task.title) refuseTaken(input.title);
  return Object.assign(task, input, { updated_at: new Date().toISOString() });
}

function refuseTaken(title) {
  if (all.some((task) => task.title === title)) throw { status: 409 };
}

function inputOf(body, required) {
  if (Object.prototype.toString.call(body) !== '[object Object]') throw { status: 422, faults: [] };
  const present = Object.fromEntries(required.map((name) => [name, undefined]));
  const input = checked({ ...present, ...body }, schema, '/body');
  return input.title === undefined ? input : { ...input, title: input.title.trim() };
}

function checked(values, tests, root) {
  const faults = Object.keys(values)
    .filter((name) => Array.isArray(values[name]) || !tests.get(name)?.(values[name]))
    .map((name) => ({ pointer: `${root}/${name}`, detail: 'is missing or not allowed' }));
  if (faults.length > 0) throw { status: 422, faults };
  return values;
}

function by(sort) {
  const name = sort.replace('-', '');
  const sign = sort === name ? 1 : -1;
  return (a, b) => {
    const isNumber = typeof a[name] === 'number';
    const order = isNumber ? a[name] - b[name] : codePoints(a[name]).compare(codePoints(b[name]));
    return sign * order || a.id - b.id;
  };
}

function codePoints(value) {
  return Buffer.from(String(value));
}
