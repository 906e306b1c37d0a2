import { drawLetter, type ReceivedLetter } from '../../lessons/mail/draw-letter.ts';
import { loadLetters } from '../../lessons/mail/letter.ts';
import { letterPath, letterText } from '../../lessons/mail/receive-letter.ts';
import { STATE_FILE } from '../../project/state.ts';
import type { Plan } from '../../scaffold/plan.ts';
import type { Files } from '../../scaffold/render.ts';
import type { StudentWork } from '../course/student-work.ts';

/** The letter that a customer writes to a student: the same one whenever it is drawn. */
export function drawStudentsLetter(work: StudentWork, plan: Plan): ReceivedLetter {
  return drawLetter(loadLetters(plan.stage.number), plan, work.seed);
}

/** A project with a letter in it, whose state file describes what the customer wants. */
export function withLetter(files: Files, plan: Plan, letter: ReceivedLetter): Files {
  const state = JSON.parse(files.get(STATE_FILE)!) as object;
  const wanted = { ...state, resource: letter.wanted.schema };
  return new Map([
    ...files,
    [letterPath(plan.stage), letterText(letter)],
    [STATE_FILE, `${JSON.stringify(wanted, null, 2)}\n`],
  ]);
}
