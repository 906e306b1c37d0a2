/** The kit or the machine has failed: nothing is known of the submission, and it is no fault of its. */
export class GraderFault extends Error {}
