/** The command line itself cannot be used: an unknown option, a missing file name. One line per problem, exit 2. */
export class UsageError extends Error {}

/** Something outside failed: an unreadable file, a database that does not answer. One sentence, exit 3. */
export class OutsideError extends Error {}
