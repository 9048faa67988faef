import { reference } from '../../policy/reference/aws-library.ts';
import { loadManagedPolicies } from '#panels/account/controller/managed-policies.ts';
import { stepPanel, type StepPanel } from '../step/step-panel.ts';
import Step from './Step.svelte';
import { OperateWork } from './operate-work.svelte.ts';

/** How an account is operated. It needs the policies of AWS that are attached in it; it is kept in parts, by one tab. */
export async function operate(): Promise<StepPanel> {
  const managed = await loadManagedPolicies(reference, () => undefined);
  return stepPanel<'operate', OperateWork>({
    open: (given) => new OperateWork(given, managed),
    Step,
    oneTab: true,
  });
}
