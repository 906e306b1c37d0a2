import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { keepsOut } from '../../../src/checker/files/docker-ignore.ts';
import { imageOf, readDockerfile } from '../../../src/checker/files/dockerfile.ts';
import { readOneOf } from '../../../src/checker/files/project-files.ts';

const installs =
  /\b(?:npm (?:ci|i|install)|pnpm install|yarn(?: install| workspaces|$)|bun install|pip install|uv sync|go mod download|mvnw?\b)/;
const secretName = /\b\w*(?:PASSWORD|SECRET|TOKEN|API_KEY|DATABASE_URL)\w*/i;

/** Lesson 01: what an image is made of. The Dockerfile is read; nothing is built. */
export const checks: readonly Check[] = [
  {
    id: 'image-is-not-root',
    title: 'the image runs as a user that is not root',
    likely: 'there is no USER in the last stage: who breaks out of the service is root',
    needs: ['project'],
    run: async ({ project }) => {
      const user = imageOf(readDockerfile(project)).findLast(({ name }) => name === 'USER');
      const isSomebody = user !== undefined && !/^(?:root|0)\b/.test(user.text);
      const got = user === undefined ? 'there is no USER' : `USER ${user.text}`;
      expect.that(isSomebody, 'in the Dockerfile, USER with a user of few rights', undefined, got);
    },
  },
  {
    id: 'image-base-is-pinned',
    title: 'every image that is built upon has a version, and none is "latest"',
    likely: 'without a version the build of tomorrow is another one than that of today',
    needs: ['project'],
    run: async ({ project }) => {
      const stages = readDockerfile(project);
      const names = new Set(stages.map(({ name }) => name));
      for (const { base } of stages.filter((stage) => !names.has(stage.base))) {
        const isPinned = base === 'scratch' || /(?:@sha256:|:(?!latest\b)[\w.-]*\d)/.test(base);
        expect.that(isPinned, 'in the Dockerfile, FROM with a version', undefined, `FROM ${base}`);
      }
    },
  },
  {
    id: 'image-has-stages',
    title: 'the image is made in stages: one prepares, another one runs',
    likely: 'there is one FROM: what only the build needs stays in the image',
    needs: ['project'],
    run: async ({ project }) => {
      const { length } = readDockerfile(project);
      const got = `FROM stands there ${length === 1 ? 'once' : `${length} times`}`;
      expect.that(length >= 2, 'in the Dockerfile, two stages or more', undefined, got);
    },
  },
  {
    id: 'packages-come-before-sources',
    title: 'packages are installed before the sources are copied',
    likely: 'COPY . . comes first: each changed letter installs all packages anew',
    needs: ['project'],
    run: async ({ project }) => {
      for (const { instructions } of readDockerfile(project)) {
        const install = instructions.findIndex(
          ({ name, text }) => name === 'RUN' && installs.test(text),
        );
        const all = instructions
          .slice(0, Math.max(install, 0))
          .find(({ name, text }) => /^(?:COPY|ADD)$/.test(name) && /^(?:\.\/?|src)\s/.test(text));
        const got = `${all?.name} ${all?.text}`;
        expect.that(
          all === undefined,
          'in the Dockerfile, before the install, COPY of manifest and lock file only',
          undefined,
          got,
        );
      }
    },
  },
  {
    id: 'image-holds-no-secrets',
    title: 'no secret is in a layer: none in ENV, in ARG or in a file that is copied',
    likely: 'whoever has the image has every layer of it, and docker history shows the arguments',
    needs: ['project'],
    run: async ({ project }) => {
      for (const { name, text } of readDockerfile(project).flatMap((stage) => stage.instructions)) {
        const isSecret =
          (/^(?:ENV|ARG)$/.test(name) && secretName.test(text)) ||
          (/^(?:COPY|ADD)$/.test(name) && /(?:^|[\s/])\.env\b(?!\.example)/.test(text));
        expect.that(
          !isSecret,
          'in the Dockerfile, no secrets: they come when the image runs',
          undefined,
          `${name} ${text}`,
        );
      }
    },
  },
  {
    id: 'build-sees-no-secrets',
    title: '.dockerignore keeps .env, .git and installed packages out of the build',
    likely: 'the file is missing, or names something else: COPY takes all that it does not name',
    needs: ['project'],
    run: async ({ project }) => {
      const file = readOneOf(project, ['.dockerignore']);
      for (const path of ['.env', '.git/config', 'node_modules/x/index.js']) {
        expect.that(
          keepsOut(file, path),
          `.dockerignore keeps ${path} out`,
          undefined,
          'it is let in',
        );
      }
    },
  },
  {
    id: 'image-checks-its-health',
    title: 'the image says by HEALTHCHECK how to find out whether it can serve',
    likely: 'nothing is asked: a container counts as well as long as its process is there',
    needs: ['project'],
    run: async ({ project }) => {
      const health = imageOf(readDockerfile(project)).findLast(
        ({ name }) => name === 'HEALTHCHECK',
      );
      const isAsked = health !== undefined && !/^NONE$/i.test(health.text);
      expect.that(
        isAsked,
        'in the Dockerfile, HEALTHCHECK with a command',
        undefined,
        health === undefined ? 'there is none' : `HEALTHCHECK ${health.text}`,
      );
    },
  },
];
