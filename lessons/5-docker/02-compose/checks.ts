import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { dependenciesOf, environmentOf, readCompose } from '../../../src/checker/files/compose.ts';

/** Lesson 02: what runs beside the service, and in which order. */
export const checks: readonly Check[] = [
  {
    id: 'database-is-not-published',
    title: 'no port of the database is published',
    likely: '"ports" opens it to every network of the machine; services reach each other without',
    needs: ['project'],
    run: async ({ project }) => {
      const { name, settings } = readCompose(project).database;
      const ports = settings['ports'];
      const isClosed = ports === undefined || (Array.isArray(ports) && ports.length === 0);
      expect.that(
        isClosed,
        `in the compose file, ${name} without ports`,
        undefined,
        `ports: ${expect.show(ports)}`,
      );
    },
  },
  {
    id: 'data-outlive-the-container',
    title: 'the data of the database are in a named volume',
    likely: 'they are in the container: whoever removes it removes them',
    needs: ['project'],
    run: async ({ project }) => {
      const { database, volumes } = readCompose(project);
      const mounts = [database.settings['volumes'] ?? []].flat().map(describeMount);
      const isKept = mounts.some(
        ({ source, target }) =>
          volumes.includes(source) && target.startsWith('/var/lib/postgresql'),
      );
      const got = `volumes: ${expect.show(database.settings['volumes'])}`;
      expect.that(
        isKept,
        'in the compose file, a named volume at /var/lib/postgresql…',
        undefined,
        got,
      );
    },
  },
  {
    id: 'database-is-awaited',
    title: 'what needs the database waits until it is healthy',
    likely:
      'depends_on waits for the container only, unless its condition is that the database is healthy',
    needs: ['project'],
    run: async ({ project }) => {
      const { database, own } = readCompose(project);
      const hasHealth = expect.isObject(database.settings['healthcheck']);
      expect.that(
        hasHealth,
        `in the compose file, a healthcheck of ${database.name}`,
        undefined,
        'there is none',
      );
      const waiting = own.filter((service) => dependenciesOf(service).has(database.name));
      expect.that(
        waiting.length > 0,
        `in the compose file, a service that waits for ${database.name}`,
        undefined,
        'none does',
      );
      for (const service of waiting) {
        const condition = dependenciesOf(service).get(database.name);
        expect.same(condition, 'service_healthy', `the condition of ${service.name}`);
      }
    },
  },
  {
    id: 'migrations-come-first',
    title: 'the service waits until the migrations, a step of their own, are done',
    likely: 'the service starts on a schema that is not there yet, or every copy of it migrates',
    needs: ['project'],
    run: async ({ project }) => {
      const { own } = readCompose(project);
      const steps = own.flatMap((service) =>
        [...dependenciesOf(service)].filter(
          ([, until]) => until === 'service_completed_successfully',
        ),
      );
      const expected =
        'in the compose file, a service that waits for another: service_completed_successfully';
      expect.that(steps.length > 0, expected, undefined, 'none does');
      const known = own.map(({ name }) => name);
      expect.that(known.includes(steps[0]![0]), 'that other one is in the file', undefined, '');
    },
  },
  {
    id: 'compose-holds-no-secrets',
    title: 'passwords and secrets come from outside of the compose file',
    likely: 'the value stands in the file, which is in git: use ${NAME:?}, and a .env that is not',
    needs: ['project'],
    run: async ({ project }) => {
      for (const service of readCompose(project).services) {
        for (const [name, value] of environmentOf(service)) {
          const got = `${name} of ${service.name} is written out`;
          expect.that(
            !isWrittenSecret(name, value),
            'in the compose file, ${NAME} in its place',
            undefined,
            got,
          );
        }
      }
    },
  },
];

function describeMount(mount: unknown): { source: string; target: string } {
  if (expect.isObject(mount)) {
    return { source: String(mount['source']), target: String(mount['target']) };
  }
  const [source = '', target = ''] = String(mount).split(':');
  return { source, target };
}

function isWrittenSecret(name: string, value: string): boolean {
  if (/PASSWORD|SECRET|TOKEN|KEY/i.test(name)) return value !== '' && !value.includes('${');
  const [, password] = /:\/\/[^:/@]+:([^@]+)@/.exec(value) ?? [];
  return password !== undefined && !password.includes('${');
}
