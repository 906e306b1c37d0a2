import { z } from 'zod';
import * as field from '../http/fields.ts';
import * as parameter from '../http/parameters.ts';

const fields = {
  title: field.text(1, 200),
  priority: z.int().min(1).max(5),
  completed: z.boolean(),
};

/** All that POST and PUT take. Unknown fields are refused, absent ones get their defaults. */
export const TaskInput = z
  .strictObject({
    ...fields,
    priority: fields.priority.default(3),
    completed: fields.completed.default(false),
  })
  .meta({ id: 'TaskInput' });

/** What PATCH takes: any of the fields, and no defaults, so that what is absent stays as it is. */
export const TaskPatch = z.strictObject(fields).exactPartial().meta({ id: 'TaskPatch' });

/** As it is stored; the id and the times belong to the server. */
export const Task = z
  .object({
    id: z.int().min(1),
    ...fields,
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: 'Task' });

/** The query of the list: a page, an order, filters. */
export const TaskQuery = z.strictObject({
  limit: parameter.limit,
  offset: parameter.offset,
  sort: parameter.sortBy('id', 'created_at', 'updated_at', 'title', 'priority'),
  title: field.text().exactOptional(),
  completed: parameter.flag.exactOptional(),
});

export const TaskPage = parameter.pageOf(Task).meta({ id: 'TaskPage' });

export type TaskInput = z.output<typeof TaskInput>;
export type TaskPatch = z.output<typeof TaskPatch>;
export type Task = z.output<typeof Task>;
export type TaskQuery = z.output<typeof TaskQuery>;
