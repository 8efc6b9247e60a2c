// Bodies of earlier versions, made into the present one. Invariants: pure; each step knows one version and gives the next;
// what it cannot read it leaves as it is, for the schema to refuse. A released step never changes.

/** The version of the body's layout that this Latchkey writes. */
export const BODY_SCHEMA = 3;

type Stored = { readonly schema?: unknown; readonly accounts?: unknown; readonly [name: string]: unknown };

function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Changes each member of an array; what is no array of objects is left as it is. */
function mapStored(members: unknown, change: (member: Stored, index: number) => Stored): unknown {
  if (!Array.isArray(members)) return members;
  return members.map((member: unknown, index) => (isStored(member) ? change(member, index) : member));
}

/** Adds what passkey-held accounts need, the age of the copies that may stand, and which field changed when. */
function migrate1(body: Stored): Stored {
  const migrateAccount = (account: Stored): Stored => {
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
  const accounts = mapStored(body.accounts, migrateAccount);
  return { ...body, schema: 2, savedAtMs: 0, oldestGeneration: 1, held: null, accounts };
}

/** Adds what the life of keys needs, and what a sign-in remembers. */
function migrate2(body: Stored): Stored {
  const migrateKey = (key: Stored): Stored => ({
    ...key,
    neverDueBecause: null,
    snooze: null,
    lastUsedAtMs: null,
    provenAtMs: null,
    refusedAtMs: null,
    revokedAtMs: null,
    note: '',
    // Ids made of what is there: a migration has no randomness, and gives the same twice.
    integrations: mapStored(key.integrations, (integration, index) => ({
      ...integration,
      id: `${String(key.id)}-${index}`,
      owner: '',
      note: '',
    })),
  });
  const migrateAccount = (account: Stored): Stored => ({
    ...account,
    authenticatorDeadAtMs: null,
    backupCodesAwaitedAtMs: null,
    lastSignIn: null,
    intervalDays: null,
    neverDueBecause: null,
    rotation: null,
    keys: mapStored(account.keys, migrateKey),
  });
  return {
    ...body,
    schema: 3,
    policy: isStored(body.policy) ? { ...body.policy, signInMode: 'full' } : body.policy,
    defaultAccountId: null,
    accounts: mapStored(body.accounts, migrateAccount),
  };
}

const MIGRATIONS: ReadonlyMap<unknown, (body: Stored) => Stored> = new Map([
  [1, migrate1],
  [2, migrate2],
]);

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
