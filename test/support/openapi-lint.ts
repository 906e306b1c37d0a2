import { createConfig, lintFromString } from '@redocly/openapi-core';

/** The errors that a public linter finds in an OpenAPI document, by its recommended rules. */
export async function lintErrors(document: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: document, config });
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`);
}
