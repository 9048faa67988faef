import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Verdict } from './verdict.ts';

/** What a mission begins with: how many hints its texts hold, and what earlier visits left. */
export interface MissionInput {
  readonly hints: number;
  readonly attempts?: number;
  readonly shown?: number;
}

export type MissionEvent =
  | { readonly type: 'START' | 'CHECK' | 'HINT' | 'RESET' | 'EDIT' | 'FAILED' }
  | { readonly type: 'GRADED'; readonly verdict: Verdict };

interface MissionContext {
  readonly hints: number;
  readonly shown: number;
  readonly attempts: number;
  readonly verdict: Verdict | undefined;
}

/**
 * The phase that a mission is in (brief, working, checking, solved) and its counters (hints shown, Checks made). It holds
 * no answer: those are the work of the steps. The verdict comes with the event GRADED, and an edit after success leaves it
 * on the screen until the next Check.
 */
export const missionMachine = setup({
  types: { context: {} as MissionContext, events: {} as MissionEvent, input: {} as MissionInput },
  guards: { hintsLeft: ({ context }) => context.shown < context.hints },
  actions: {
    showHint: assign({ shown: ({ context }) => context.shown + 1 }),
    keep: assign({
      attempts: ({ context }) => context.attempts + 1,
      verdict: ({ context, event }) => (event.type === 'GRADED' ? event.verdict : context.verdict),
    }),
    forget: assign({ verdict: undefined }),
  },
}).createMachine({
  id: 'mission',
  context: ({ input }) => ({
    hints: input.hints,
    shown: input.shown ?? 0,
    attempts: input.attempts ?? 0,
    verdict: undefined,
  }),
  initial: 'brief',
  states: {
    brief: {
      on: {
        START: 'working',
        EDIT: 'working',
        CHECK: 'checking',
        HINT: { guard: 'hintsLeft', actions: 'showHint', target: 'working' },
      },
    },
    working: {
      on: {
        CHECK: 'checking',
        EDIT: 'working',
        RESET: { actions: 'forget' },
        HINT: { guard: 'hintsLeft', actions: 'showHint' },
      },
    },
    checking: {
      on: {
        GRADED: [
          { guard: ({ event }) => event.verdict.solved, target: 'solved', actions: 'keep' },
          { target: 'working', actions: 'keep' },
        ],
        FAILED: 'working',
      },
    },
    solved: { on: { CHECK: 'checking', EDIT: 'working', RESET: { target: 'working', actions: 'forget' } } },
  },
});

export type MissionSnapshot = SnapshotFrom<typeof missionMachine>;
