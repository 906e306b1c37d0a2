import { stacks } from '../../catalog/stacks.ts';
import type { Kit } from '../../scaffold/plan.ts';
import { samplePlan } from '../../scaffold/sample-plan.ts';
import { writtenStages } from '../../scaffold/template-set.ts';
import { builtFile } from '../style-sheet.ts';
import { pagesOf, type Edition } from './edition.tsx';
import { searchIndex, type Searchable } from './search-index.ts';
import { folderOf, type Variant } from './variant.ts';

/** What is exported. */
export interface ExportWish {
  /** What the course or the project is called. */
  readonly name: string;
  /** A preset, or the path of a description. */
  readonly resource: string;
}

/** A site as texts by their paths. */
export type ExportedSite = ReadonlyMap<string, string>;

/**
 * The lessons of all stacks and shells as a site that any web server, or none, can show.
 * @param cwd where the description of the resource is looked for
 */
export async function exportSite(
  { name, resource }: ExportWish,
  cwd: string,
  kit: Kit,
): Promise<ExportedSite> {
  const shared = ['site.css', 'site.js', 'search.js'].map(
    (file) => [file, builtFile(file)] as const,
  );
  const files = new Map<string, string>([['index.html', entrance()], ...shared]);
  const variants = allVariants();
  for (const variant of variants) {
    const { stack, stages } = variant;
    const plan = samplePlan({ stack, stage: stages.at(-1)!, resource }, cwd, kit);
    const edition = { name, variant, variants, plan };
    for (const [path, text] of await filesOf(edition)) files.set(path, text);
  }
  return files;
}

function allVariants(): Variant[] {
  const shells = ['posix', 'powershell'] as const;
  return stacks
    .map((stack) => ({ stack, stages: writtenStages(stack.id) }))
    .filter(({ stages }) => stages.length > 0)
    .flatMap((written) => shells.map((shell) => ({ ...written, shell })));
}

async function filesOf(edition: Edition): Promise<Map<string, string>> {
  const folder = folderOf(edition.variant);
  const files = new Map<string, string>();
  const found: Searchable[] = [];
  for await (const page of pagesOf(edition)) {
    files.set(`${folder}/${page.path}`, page.html);
    if (page.found !== null) found.push(page.found);
  }
  return files.set(`${folder}/search-index.js`, searchIndex(found));
}

/** Leads on to the default stack. */
function entrance(): string {
  const [first] = allVariants();
  const map = `${folderOf(first!)}/index.html`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="generator" content="create-backend">
<meta http-equiv="refresh" content="0; url=${map}">
<title>Lessons</title>
<a href="${map}">The roadmap</a>
</html>
`;
}
