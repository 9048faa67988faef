/** Levels of lists and objects in one answer: far more than any step asks for, few enough to walk through. */
export const maxAnswerDepth = 24;

/** Characters of one attempt as JSON: some thousand calls, or all policies of a mission many times over. */
export const maxAttemptCharacters = 2_000_000;

/** Levels in a backup: an answer in its list, in an attempt, in the list of attempts, in the file, and some to spare. */
export const maxBackupDepth = 32;
