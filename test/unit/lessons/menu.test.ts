import { expect, test } from 'vitest';
import { parseMenu } from '../../../lessons/1-in-memory/01-raw-http/menu.ts';

test('a menu is read with the statuses of headings and comments', () => {
  const menu = parseMenu(
    '### All: 200\nGET http://127.0.0.1:3000/api/v1/books?limit=5\n\n### One\n# 404 where there is none\nGET http://localhost/api/v1/books/1 HTTP/1.1\n',
  );
  expect(menu).toEqual([
    { method: 'GET', path: '/api/v1/books', statuses: [200] },
    { method: 'GET', path: '/api/v1/books/1', statuses: [404] },
  ]);
});

test('variables stand for what they are set to, or for the host', () => {
  const menu = parseMenu(
    '@base = http://127.0.0.1:3000/api/v1/books\n### 204\nDELETE {{base}}/{{id}}\n### 200\nGET {{host}}/health/live\n',
  );
  expect(menu.map(({ path }) => path)).toEqual(['/api/v1/books/{{id}}', '/health/live']);
});

test('numbers in a body or an address are no statuses', () => {
  const [dish] = parseMenu('### Create\nPOST http://x/api/v1/books\n\n{ "pages": 404 }\n');
  expect(dish?.statuses).toEqual([]);
});

test('lines may end as they do on Windows', () => {
  expect(parseMenu('### 200\r\nGET http://x/api/v1/books\r\n')[0]?.path).toBe('/api/v1/books');
});
