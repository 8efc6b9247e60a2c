// Bodies of earlier versions, made into the present one. Invariants: pure; each step knows one version and gives the next;
// what it cannot read it leaves as it is, for the schema to refuse. A released step never changes.

/** The version of the body's layout that this Latchkey writes. */
export const BODY_SCHEMA = 2;

type Stored = { readonly schema?: unknown; readonly accounts?: unknown; readonly [name: string]: unknown };

function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Adds what passkey-held accounts need, the age of the copies that may stand, and which field changed when. */
function migrate1(body: Stored): Stored {
  const migrateAccount = (account: unknown): unknown => {
    if (!isStored(account)) return account;
    const { revision, removedAtMs, notes, ...rest } = account;
    const fieldRevisions = {
      label: revision,
      email: revision,
      apiKey: revision,
      authenticator: revision,
      createdOn: revision,
    };
    return { ...rest, revision, fieldRevisions, seal: null, notes, removedAtMs };
  };
  const accounts = Array.isArray(body.accounts) ? body.accounts.map(migrateAccount) : body.accounts;
  return { ...body, schema: 2, savedAtMs: 0, oldestGeneration: 1, held: null, accounts };
}

const MIGRATIONS: ReadonlyMap<unknown, (body: Stored) => Stored> = new Map([[1, migrate1]]);

/**
 * A body as this version writes it, from whatever version wrote it; null where a later version did, whose bytes must be
 * left alone. What is no body at all comes back unchanged.
 */
export function migrateBody(stored: unknown): unknown {
  let body = stored;
  while (isStored(body)) {
    const schema = body.schema;
    const migrate = MIGRATIONS.get(schema);
    if (migrate === undefined) return typeof schema === 'number' && schema > BODY_SCHEMA ? null : body;
    body = migrate(body);
  }
  return body;
}
