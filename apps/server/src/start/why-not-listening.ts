const WHY: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) => `Port ${port} is in use by another program: choose another with --port N, or stop that program.`,
  EACCES: (_host, port) => `Port ${port} may not be opened by this account: choose one above 1023 with --port N.`,
  EADDRNOTAVAIL: (host) => `${host} is not an address of this machine.`,
  ENOTFOUND: (host) => `${host} is not the name of a machine that can be found.`,
  EAI_AGAIN: (host) => `The name ${host} could not be looked up.`,
};

/** One sentence for a port that could not be opened; undefined when the reason is none that we know. */
export const whyNotListening = (error: unknown, host: string, port: number): string | undefined =>
  WHY[(error as NodeJS.ErrnoException).code ?? ""]?.(host, port);
