import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { Failure } from '../../../src/checker/failure.ts';
import { filesOf, readYamlOf } from '../../../src/checker/files/project-files.ts';

/** What anybody may write who opens an issue or a pull request. */
const strangersText =
  /\$\{\{[^}]*github\.(?:head_ref|event\.(?:issue|pull_request|comment|review|head_commit|commits|discussion)\b[^}]*(?:title|body|message|ref|label|name|email))/;
const fakesSuccess = /\|\|\s*(?:true|exit 0|:)|;\s*(?:true|exit 0)\s*$/m;

/** Lesson 06: what happens to each change before it is merged. */
export const checks: readonly Check[] = [
  {
    id: 'ci-has-few-permissions',
    title: 'the workflow may read, and writes nothing',
    likely:
      '"permissions" are absent, or more than reading: every package that is installed has them',
    needs: ['project'],
    run: async ({ project }) => {
      for (const { path, workflow, jobs } of workflowsOf(project)) {
        const said = [workflow['permissions'], ...jobs.map((job) => job['permissions'])];
        const given = said.filter((permissions) => permissions !== undefined);
        expect.that(given.length > 0, `"permissions" in ${path}`, undefined, 'there are none');
        const isModest = given.every(
          (permissions) => !JSON.stringify(permissions).includes('write'),
        );
        expect.that(isModest, `permissions to read in ${path}`, undefined, expect.show(given));
      }
    },
  },
  {
    id: 'ci-tests-against-postgres',
    title: 'the tests run against a Postgres that the workflow brings',
    likely: 'there is no service with Postgres: what is tested is not what runs',
    needs: ['project'],
    run: async ({ project }) => {
      const jobs = workflowsOf(project).flatMap((found) => found.jobs);
      const isReal = jobs.some((job) => /postgres:\d/.test(JSON.stringify(job['services'] ?? '')));
      expect.that(
        isReal,
        'in the workflow, a job with a Postgres service',
        undefined,
        'there is none',
      );
      const isTold = /"\w*DATABASE_URL":"postgres/.test(JSON.stringify(workflowsOf(project)));
      expect.that(isTold, 'a DATABASE_URL that leads to it', undefined, 'there is none');
    },
  },
  {
    id: 'ci-asks-everything',
    title: 'the workflow installs by the lock file, verifies, and builds the image',
    likely: 'a step is missing: what nobody asks for breaks unnoticed',
    needs: ['project'],
    run: async ({ project }) => {
      const steps = commandsOf(project).join('\n');
      for (const [what, pattern] of [
        ['an install by the lock file', /npm ci|frozen-lockfile|immutable|--locked|go mod|mvn/],
        ['tests, types and lint (verify)', /\bverify\b|\btest\b/],
        ['a build of the image', /docker (?:buildx )?build|docker compose build|build-push-action/],
      ] as const) {
        expect.that(pattern.test(steps), `in the workflow, ${what}`, undefined, 'no step does it');
      }
    },
  },
  {
    id: 'ci-failures-count',
    title: 'a step that fails ends the workflow as failed',
    likely:
      'continue-on-error, or "|| true" behind the command: the tests are red, and CI is green',
    needs: ['project'],
    run: async ({ project }) => {
      for (const step of stepsOf(project)) {
        const isKept = step['continue-on-error'] === true || fakesSuccess.test(String(step['run']));
        const got = expect.show(step['run'] ?? step['name']);
        expect.that(!isKept, 'in the workflow, steps whose failure counts', undefined, got);
      }
    },
  },
  {
    id: 'ci-runs-no-strangers-text',
    title: 'no title, branch name or message of a stranger becomes part of a script',
    likely: '${{ }} is put into the script before the shell reads it: a title can be a command',
    needs: ['project'],
    run: async ({ project }) => {
      for (const command of commandsOf(project)) {
        const isSafe = !strangersText.test(command);
        expect.that(
          isSafe,
          'in the workflow, what strangers write by "env" and "$NAME" only',
          undefined,
          expect.show(command),
        );
      }
    },
  },
];

function workflowsOf(project: string) {
  const paths = filesOf(project, ['.yml', '.yaml'], '.github/workflows');
  if (paths.length === 0) {
    throw new Failure({ expected: 'a workflow in .github/workflows', got: 'there is none' });
  }
  return paths.map((path) => {
    const workflow = readYamlOf(project, [path]);
    const jobs = Object.values((workflow['jobs'] ?? {}) as expect.Json).filter(expect.isObject);
    return { path, workflow, jobs };
  });
}

function stepsOf(project: string): expect.Json[] {
  const jobs = workflowsOf(project).flatMap((found) => found.jobs);
  return jobs.flatMap((job) => [job, ...[job['steps'] ?? []].flat()]).filter(expect.isObject);
}

function commandsOf(project: string): string[] {
  return stepsOf(project).map(
    (step) => `${String(step['run'] ?? '')}${String(step['uses'] ?? '')}`,
  );
}
