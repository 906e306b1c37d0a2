/**
 * What the person who typed the command can mend: one sentence that says what and why,
 * and a hint that says what to do. Anything else that is thrown is a bug of the kit.
 */
export class UserError extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UserError';
    this.hint = hint;
  }
}

/** Thrown when a prompt is cancelled or an interrupt arrives; the command ends with 130 (143 for TERM). */
export class Cancelled extends Error {
  readonly exitCode: number;

  constructor(exitCode = 130) {
    super('cancelled');
    this.name = 'Cancelled';
    this.exitCode = exitCode;
  }
}
