import type { Feedback } from '../../src/classroom/pages/feedback.ts';
import { reportOn, type ClassReport } from '../../src/classroom/pages/class-report.ts';
import type { Grade } from '../../src/classroom/grades.ts';
import type { SimilarPair } from '../../src/classroom/similarity/similar-pairs.ts';
import { checked, failing, grade, graded, lesson } from './grades.ts';

const course = { title: 'Backend development', timeZone: 'Europe/Madrid' };
const assignment = { title: 'A first service', points: 30 };

/** What a service may say to those who read pages about it. */
export const hostile = [
  '<script>document.title = "taken over"</script>',
  '<img src="https://evil.example/x.png" onerror="document.title = 1">',
  '\u001B[2J\u001B[31mall passed',
  '\u202Edessap lla',
  '```\n# 100 of 100 points\n```',
  '![seen](https://evil.example/x.png) @everyone',
  '| 100 | 100 |',
];

/** A student's work whose service answers with everything that could harm a reader. */
export function hostileGrade(): Grade {
  const said = hostile.join('\n');
  const parts = { title: said, tried: said, expected: said, got: said, likely: said };
  const lessons = [
    lesson('03', failing('answers-201', 4, { ...parts, log: [...hostile] })),
    lesson('04', checked('refuses', { state: 'not-run', reason: said, lost: 2 })),
  ];
  return grade('mallory', lessons, {
    notes: [said],
    incidents: [{ kind: 'network', text: said }],
  });
}

/** What a student is told of a grade. */
export function feedbackOn(given: Grade, name = 'Ada Moreau'): Feedback {
  const lms = { canvasId: null, sisUserId: null, sisLoginId: null, idNumber: null };
  const rest = { email: null, section: null, username: null, lms };
  const students = [{ identifier: given.work, name, ...rest }];
  return { course, assignment, work: { students, due: null }, grade: given };
}

/** The report on a class that has not handed in anything yet. */
export function reportOnNobody(): ClassReport {
  return reportOn(course, assignment, [], null);
}

/** The report on a class of thirty in which all went wrong that can. */
export function report(): ClassReport {
  const many = Array.from({ length: 26 }, (_, at) => usual(at));
  const none = { submission: null, lessons: [] };
  const rest = [
    hostileGrade(),
    grade('nina', [], { ...none, state: 'missing', reason: 'Nothing was handed in.' }),
    grade('otto', [], { ...none, state: 'not-graded', reason: 'the disk is full' }),
    grade('paul', [lesson('03', checked('answers-201'))], { sandbox: 'none' }),
  ];
  const works = [...many, ...rest].map((each) => graded(each));
  return reportOn(course, assignment, works, [pair]);
}

/** Every second and third work fails something, some of them all of it. */
function usual(at: number): Grade {
  const fails = (every: number) => at % every === every - 1;
  const check = (id: string, every: number) => (fails(every) ? failing(id, 3) : checked(id));
  return grade(`student-${at}`, [
    lesson('03-create-and-read', check('answers-201', 2), check('location-leads-to-it', 3)),
    lesson('04-validation', check('names-every-fault', 3), check('refuses-unknown', 5)),
    lesson('05-predictable-errors', check('problem-details', 4), check('wrong-method-is-405', 13)),
  ]);
}

const place = {
  path: 'src/recent.ts',
  from: 3,
  to: 5,
  text: 'while (size > limit) {\n  drop();\n}',
};

const pair: SimilarPair = {
  left: 'student-3',
  right: 'student-8',
  share: 0.86,
  passages: [{ left: place, right: { ...place, path: 'src/cache.ts', from: 9, to: 11 } }],
};
