import { changed, withProgram, type Fault } from './faults.ts';

/** What the sandbox is there for; what does no harm to the service itself costs no points. */
export const hostile: readonly Fault[] = [
  withProgram(
    'it takes all memory',
    'const kept: Buffer[] = [];\nfor (;;) kept.push(Buffer.alloc(1e8, 1));\n',
    /it used more than 768 MB, and was ended/,
  ),
  withProgram(
    'it forks without end',
    `import { spawn } from 'node:child_process';
spawn('sh', ['-c', 'bomb() { bomb | bomb & }; bomb; sleep 60'], { stdio: 'ignore' });
setInterval(() => {}, 1000);
`,
    /it wanted more than 256 processes/,
  ),
  withProgram(
    'it reads keys',
    "import { readFileSync } from 'node:fs';\nreadFileSync('/root/.ssh/id_rsa');\n",
    /it looked for \/root\/\.ssh\/id_rsa, outside of its project/,
  ),
  withProgram(
    'it changes the system',
    "import { writeFileSync } from 'node:fs';\nwriteFileSync('/usr/mine', '');\n",
    /it tried to use \/usr\/mine, which is not its to use/,
  ),
  withProgram(
    'it floods its output',
    `const line = 'y'.repeat(65_536) + '\\n';
const write = () => {
  while (process.stdout.write(line));
  process.stdout.once('drain', write);
};
write();
`,
    /it wrote more than 8 MB to its output, and was ended/,
  ),
  withProgram(
    'it says that all has passed',
    "console.log('119 passed, 0 failed');\nprocess.exit(0);\n",
    /ended with exit code 0[^]*119 passed/,
  ),
  withProgram(
    'it calls home, and works',
    `import { connect } from 'node:net';
connect({ host: '93.184.216.34', port: 443 }).on('error', () => {});
`,
    /it tried to reach another machine/,
    'before',
  ),
  {
    name: 'it has a script for whoever installs it',
    spoil: (solution) =>
      changed(solution, 'package.json', (text) => {
        const { scripts, ...manifest } = JSON.parse(text) as { scripts: object };
        const own = { ...scripts, postinstall: 'touch /tmp/create-backend-was-here' };
        return JSON.stringify({ ...manifest, scripts: own });
      }),
    loses: [],
    says: /postinstall/,
  },
];
