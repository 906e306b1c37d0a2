import { launch, run, type Programs } from '../system/process.ts';
import { EnclosedProgram, type Enclosure } from './enclosed-program.ts';
import { exactEnd } from './program-end.ts';
import { killInside, signalInside } from './signal-inside.ts';

/** Programs that run in a cell each; what one leaves behind ends with it. */
export function enclosedPrograms(enclosure: Enclosure): Programs {
  return {
    run: async (commandLine, options) => {
      const program = new EnclosedProgram(enclosure, commandLine, options);
      try {
        const result = await run(program.commandLine, { ...options, ...program.place });
        program.hear(result.output);
        program.judgeStart();
        const { exitCode } = exactEnd({ exitCode: result.exitCode, signal: null });
        return { ...result, exitCode };
      } finally {
        program.close();
      }
    },
    launch: async (commandLine, options, onOutput) => {
      const program = new EnclosedProgram(enclosure, commandLine, options);
      let isKilled = false;
      const { pid, ended } = await launch(program.commandLine, program.place, (text) => {
        if (program.hear(text)) onOutput(text);
        else killInside(pid);
      });
      const signalGroup = (signal: NodeJS.Signals) => {
        program.lookAround(pid);
        if (signal !== 'SIGKILL') return signalInside(pid, signal);
        isKilled = true;
        return killInside(pid);
      };
      return {
        pid,
        ended: ended.then((end) => {
          if (!isKilled) program.judgeStart();
          program.close();
          return exactEnd(end);
        }),
        signalGroup,
      };
    },
  };
}
