import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB of memory, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A PHC string with its own salt. Another thread does the work; requests go on meanwhile. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** The hash of nobody's password, made once: an unknown user costs as much time as a known one. */
const decoy = hashPassword(crypto.randomUUID());

/** Whether the password belongs to the hash. Without a hash it never does, and takes as long. */
export async function isPassword(password: string, phc: string | undefined): Promise<boolean> {
  const matches = await verify(phc ?? (await decoy), password);
  return matches && phc !== undefined;
}
