import { Refusal } from '../errors.ts';

/** How many logins may fail within a window, for one account and from one address. */
export interface LoginLimits {
  account: number;
  address: number;
  windowSeconds: number;
}

type Failures = Set<{ at: number }>;

/** Counts failed logins in the memory of this process. */
export class LoginLimiter {
  readonly #limits: LoginLimits;
  readonly #windowMs: number;
  readonly #failures = new Map<string, Failures>();
  #sweptAt = Date.now();

  constructor(limits: LoginLimits) {
    this.#limits = limits;
    this.#windowMs = limits.windowSeconds * 1000;
  }

  /** Makes an attempt, unless too many have failed; one that comes back empty has failed, too. */
  async attempt<Result>(
    address: string,
    account: string,
    logIn: () => Promise<Result | undefined>,
  ): Promise<Result | undefined> {
    this.#sweep();
    const counts = [
      this.#belowLimit(`from ${address}`, this.#limits.address),
      this.#belowLimit(`to ${account}`, this.#limits.account),
    ];
    // Counted before it is known: attempts at the same time cannot slip through together.
    const failure = { at: Date.now() };
    for (const failures of counts) failures.add(failure);
    const forgive = () => counts.forEach((failures) => failures.delete(failure));
    try {
      const result = await logIn();
      if (result !== undefined) forgive();
      return result;
    } catch (error) {
      forgive();
      throw error;
    }
  }

  #belowLimit(key: string, limit: number): Failures {
    const failures = this.#failures.get(key) ?? new Set();
    this.#failures.set(key, failures);
    this.#forgetOld(failures);
    const blocking = [...failures].at(-limit);
    if (!blocking) return failures;
    const retryAfter = Math.ceil((blocking.at + this.#windowMs - Date.now()) / 1000);
    throw new Refusal('too-many', 'Too many logins have failed; try again later.', { retryAfter });
  }

  #forgetOld(failures: Failures): void {
    const start = Date.now() - this.#windowMs;
    for (const failure of failures) if (failure.at <= start) failures.delete(failure);
  }

  /** Once a window: accounts that somebody made up must not fill the memory. */
  #sweep(): void {
    if (Date.now() - this.#sweptAt < this.#windowMs) return;
    this.#sweptAt = Date.now();
    for (const [key, failures] of this.#failures) {
      this.#forgetOld(failures);
      if (failures.size === 0) this.#failures.delete(key);
    }
  }
}
