import { wrong, type Proof } from './proof.ts';

/** Something that may be wrong with a lesson, and the work of finding it out. */
export interface Inquiry {
  readonly id: string;
  /** The lesson that it is about; null where it is about all of a stage. */
  readonly lesson: string | null;
  find(): Promise<Finding> | Finding;
}

/** What came of an inquiry. */
export interface Finding {
  /** What is wrong, a sentence or a message each; empty when all is well. */
  readonly remarks: readonly string[];
  /** What is worth knowing although it is well. */
  readonly note?: string;
}

/** The proof that an inquiry finds nothing wrong. */
export function proofOf({ id, find }: Inquiry): Proof {
  const prove = async () => {
    const { remarks, note = '' } = await find();
    if (remarks.length > 0) return wrong(remarks.join('\n'));
    return { state: 'well', remark: note, message: null } as const;
  };
  return { id, mistake: null, prove };
}
