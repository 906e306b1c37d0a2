import type { Role } from './schema.ts';

/** Who sends a request, as its token proves; the id of the request goes into the audit log. */
export interface Caller {
  id: number;
  role: Role;
  requestId: string;
}
