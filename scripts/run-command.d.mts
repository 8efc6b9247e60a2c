/** The folder of the project. */
export const ROOT: string;

export type CommandOptions = {
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Lets it have the terminal; its output is then not collected. */
  readonly inherit?: boolean;
};

/** `code` is null where the program could not be started or was ended by a signal. */
export type CommandResult = { readonly ok: boolean; readonly code: number | null; readonly output: string };

/** Runs a program to its end, or ends it and all it started after `timeoutMs`. Never rejects. */
export function runCommand(program: string, args: readonly string[], options?: CommandOptions): Promise<CommandResult>;
