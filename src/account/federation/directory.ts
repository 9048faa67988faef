/**
 * Puerto's Active Directory: who is in which group. A group `AWS-<account>-<role>` stands for a role, as AWS's own guide
 * to federation with AD FS has it.
 */
export const directory: Readonly<Record<string, readonly string[]>> = {
  elena: ['Owners', 'AWS-111122223333-Admin'],
  carla: ['Platform', 'AWS-111122223333-Admin', 'AWS-111122223333-Deployer'],
  bruno: ['Operations', 'AWS-111122223333-Deployer'],
  ana: ['Developers', 'AWS-111122223333-Developer'],
  anabel: ['Developers', 'AWS-111122223333-Developer'],
  diego: ['Audit', 'AWS-111122223333-Auditor'],
};
