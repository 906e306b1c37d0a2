import type { Student } from './course.ts';

/** A row of a roster by the names of its columns, in lower case. */
export type Cells = (...names: readonly string[]) => string | null;

/** A kind of roster: whose export it is, and how a row of it is read. */
export interface RosterShape {
  /** Columns, in lower case, of which one of each group must be there. */
  readonly needs: readonly (readonly string[])[];
  /** Rows that are no students. */
  readonly skips: (cells: Cells) => boolean;
  readonly read: (cells: Cells) => Student;
}

/** The gradebook of Canvas, as it is exported. */
const canvas: RosterShape = {
  needs: [['student'], ['id'], ['section']],
  // The points of each assignment, how grades are posted, and the student that Canvas invents.
  skips: (cells) => {
    const student = cells('student');
    return student === null || /Points Possible|^Student, Test$/.test(student);
  },
  read: (cells) => {
    const [canvasId, sisUserId] = [cells('id'), cells('sis user id')];
    const sisLoginId = cells('sis login id');
    return {
      identifier: sisLoginId ?? sisUserId ?? canvasId ?? '',
      name: turned(cells('student') ?? ''),
      email: sisLoginId?.includes('@') === true ? sisLoginId : null,
      section: cells('section'),
      username: null,
      lms: { canvasId, sisUserId, sisLoginId, idNumber: null },
    };
  },
};

/** The participants or the gradebook of Moodle, as they are exported in English. */
const moodle: RosterShape = {
  needs: [['first name'], ['last name', 'surname'], ['email address', 'id number', 'username']],
  skips: () => false,
  read: (cells) => {
    const [idNumber, email] = [cells('id number'), cells('email address')];
    return {
      identifier: cells('username') ?? idNumber ?? email ?? '',
      name: [cells('first name'), cells('last name', 'surname')].filter(Boolean).join(' '),
      email,
      section: cells('groups', 'group', 'department'),
      username: null,
      lms: { canvasId: null, sisUserId: null, sisLoginId: null, idNumber },
    };
  },
};

/** What an instructor writes. */
const plain: RosterShape = {
  needs: [['identifier']],
  skips: () => false,
  read: (cells) => ({
    identifier: cells('identifier') ?? '',
    name: cells('name') ?? cells('identifier') ?? '',
    email: cells('email', 'e-mail'),
    section: cells('section', 'group'),
    username: cells('username'),
    lms: {
      canvasId: cells('canvas id'),
      sisUserId: cells('sis user id'),
      sisLoginId: cells('sis login id'),
      idNumber: cells('id number'),
    },
  }),
};

/** Every kind, in the order in which they are tried. */
export const rosterShapes: readonly RosterShape[] = [plain, canvas, moodle];

/** `Moreau, Ada` is Ada Moreau. */
function turned(name: string): string {
  const [last, first, ...rest] = name.split(', ');
  return first === undefined || rest.length > 0 ? name : `${first} ${last}`;
}
