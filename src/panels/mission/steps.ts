import type { KindName } from '#scenario';
import type { StepPanel } from './step/step-panel.ts';

/** How each kind of step is played: one row each, loaded with the first mission that has it. */
export const stepPanels: Readonly<Record<KindName, () => Promise<StepPanel>>> = {
  predict: async () => (await import('./predict/index.ts')).predict,
  write: async () => (await import('./write/index.ts')).write,
  fix: async () => (await import('./write/index.ts')).write,
  operate: async () => (await import('./operate/index.ts')).operate(),
  assign: async () => (await import('./assign/index.ts')).assign,
};
