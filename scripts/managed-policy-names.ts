/** The AWS managed policies that a learner meets, in missions, in questions and in AWS's own examples. */
const byTheme: readonly string[] = [
  // Whole accounts and job functions.
  'AdministratorAccess PowerUserAccess ReadOnlyAccess ViewOnlyAccess SecurityAudit SupportUser SystemAdministrator',
  'NetworkAdministrator DatabaseAdministrator DataScientist Billing AWSManagementConsoleAdministratorAccess',
  'AWSDenyAll AWSSupportAccess AWSBillingReadOnlyAccess AWSAccountManagementFullAccess',
  'AWSAccountManagementReadOnlyAccess SignInLocalDevelopmentAccess',
  // IAM, root tasks, leaked keys.
  'IAMFullAccess IAMReadOnlyAccess IAMUserChangePassword IAMUserSSHKeys IAMSelfManageServiceSpecificCredentials',
  'IAMAccessAdvisorReadOnly IAMAccessAnalyzerFullAccess IAMAccessAnalyzerReadOnlyAccess',
  'IAMAuditRootUserCredentials IAMCreateRootUserPassword IAMDeleteRootUserCredentials S3UnlockBucketPolicy',
  'SQSUnlockQueuePolicy AWSCompromisedKeyQuarantine AWSCompromisedKeyQuarantineV2 AWSCompromisedKeyQuarantineV3',
  // Organizations and identity.
  'AWSOrganizationsFullAccess AWSOrganizationsReadOnlyAccess AWSSSOReadOnly AWSSSOMasterAccountAdministrator',
  'AWSSSODirectoryReadOnly AWSResourceAccessManagerFullAccess AWSResourceAccessManagerReadOnlyAccess',
  'AmazonCognitoPowerUser AmazonCognitoReadOnly',
  // Storage and data.
  'AmazonS3FullAccess AmazonS3ReadOnlyAccess AmazonS3ObjectLambdaExecutionRolePolicy AmazonDynamoDBFullAccess',
  'AmazonDynamoDBFullAccess_v2 AmazonDynamoDBReadOnlyAccess AmazonRDSFullAccess AmazonRDSReadOnlyAccess',
  'AmazonElastiCacheFullAccess AmazonRedshiftFullAccess AmazonRedshiftReadOnlyAccess AmazonAthenaFullAccess',
  'AWSGlueServiceRole AmazonElasticFileSystemFullAccess AmazonElasticFileSystemReadOnlyAccess AWSBackupFullAccess',
  // Computing and networks.
  'AmazonEC2FullAccess AmazonEC2ReadOnlyAccess AmazonVPCFullAccess AmazonVPCReadOnlyAccess AutoScalingFullAccess',
  'AutoScalingReadOnlyAccess ElasticLoadBalancingFullAccess ElasticLoadBalancingReadOnly AmazonRoute53FullAccess',
  'AmazonRoute53ReadOnlyAccess CloudFrontFullAccess CloudFrontReadOnlyAccess AmazonECS_FullAccess',
  'AmazonECSTaskExecutionRolePolicy AmazonEC2ContainerRegistryFullAccess AmazonEC2ContainerRegistryReadOnly',
  'AmazonEC2ContainerRegistryPowerUser AmazonEKSClusterPolicy AmazonEKSWorkerNodePolicy',
  // Functions, messages, workflows.
  'AWSLambda_FullAccess AWSLambda_ReadOnlyAccess AWSLambdaBasicExecutionRole AWSLambdaVPCAccessExecutionRole',
  'AWSLambdaExecute AWSLambdaRole AWSLambdaDynamoDBExecutionRole AWSLambdaSQSQueueExecutionRole',
  'AWSLambdaKinesisExecutionRole AWSXRayDaemonWriteAccess AmazonSQSFullAccess AmazonSQSReadOnlyAccess',
  'AmazonSNSFullAccess AmazonSNSReadOnlyAccess AmazonSESFullAccess AmazonKinesisFullAccess',
  'AmazonKinesisReadOnlyAccess AmazonEventBridgeFullAccess AmazonEventBridgeReadOnlyAccess',
  'AmazonAPIGatewayAdministrator AmazonAPIGatewayInvokeFullAccess AWSStepFunctionsFullAccess',
  'AWSStepFunctionsReadOnlyAccess',
  // Keys, secrets, watching, running.
  'AWSKeyManagementServicePowerUser SecretsManagerReadWrite AWSCertificateManagerFullAccess',
  'AWSCertificateManagerReadOnly CloudWatchFullAccess CloudWatchFullAccessV2 CloudWatchReadOnlyAccess',
  'CloudWatchLogsFullAccess CloudWatchLogsReadOnlyAccess CloudWatchAgentServerPolicy AWSCloudTrail_FullAccess',
  'AWSCloudTrail_ReadOnlyAccess AWSConfigUserAccess AWS_ConfigRole AmazonGuardDutyFullAccess',
  'AmazonGuardDutyReadOnlyAccess AWSSecurityHubFullAccess AWSSecurityHubReadOnlyAccess AmazonSSMFullAccess',
  'AmazonSSMReadOnlyAccess AmazonSSMManagedInstanceCore AWSCloudFormationFullAccess',
  'AWSCloudFormationReadOnlyAccess AWSCodeCommitFullAccess AWSCodeCommitPowerUser AWSCodeCommitReadOnly',
  'AWSCodePipeline_FullAccess AWSCodeBuildAdminAccess AWSCodeDeployRole',
];

export const managedPolicyNames: readonly string[] = byTheme.flatMap((names) => names.split(' '));
