/** What came of one test. */
export interface TestCase {
  readonly name: string;
  readonly hasPassed: boolean;
}

const testCase = /<testcase ([^>]*?)(?:\/>|>(.*?)<\/testcase>)/gs;
const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** The tests in a report of JUnit's form, those left out that were skipped or are still to do. */
export function readJunit(xml: string): TestCase[] {
  return [...xml.matchAll(testCase)]
    .filter(([, , inside = '']) => !inside.includes('<skipped'))
    .map(([, attributes = '', inside = '']) => ({
      // Node escapes the quotes of a name twice.
      name: decode(decode(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? '')),
      hasPassed: !/<(?:failure|error)\b/.test(inside),
    }));
}

function decode(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity]!);
}
