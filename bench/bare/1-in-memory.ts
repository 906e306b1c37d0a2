/** The least that does the work of stage 1: the same schemas, the same store, nothing around. */
import { bareApp } from './bare-app.ts';
import { MemoryTaskStore } from './src/tasks/memory-store.ts';

const store = new MemoryTaskStore();
await bareApp(() => ({
  list: (query) => store.list(query),
  find: (id) => store.find(id),
  insert: (input) => store.insert(input),
}));
