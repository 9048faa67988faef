/** A service that keeps a role of its own in the account. */
export interface LinkedService {
  readonly role: string;
  /** The AWS managed policy of the role, without the path `aws-service-role/`. */
  readonly policy: string;
  readonly description: string;
  /** Whether there may be more than one, told apart by a suffix. */
  readonly suffix?: true;
}

/**
 * Some of the services with service-linked roles.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
export const linkedServices: ReadonlyMap<string, LinkedService> = new Map([
  [
    'autoscaling.amazonaws.com',
    {
      role: 'AWSServiceRoleForAutoScaling',
      policy: 'AutoScalingServiceRolePolicy',
      description:
        'Default Service-Linked Role enables access to AWS Services and Resources used or managed by Auto Scaling',
      suffix: true,
    },
  ],
  [
    'ecs.amazonaws.com',
    {
      role: 'AWSServiceRoleForECS',
      policy: 'AmazonECSServiceRolePolicy',
      description: 'Role to enable Amazon ECS to manage your cluster.',
    },
  ],
  [
    'elasticloadbalancing.amazonaws.com',
    {
      role: 'AWSServiceRoleForElasticLoadBalancing',
      policy: 'AWSElasticLoadBalancingServiceRolePolicy',
      description: 'Allows ELB to call AWS services on your behalf.',
    },
  ],
  [
    'organizations.amazonaws.com',
    {
      role: 'AWSServiceRoleForOrganizations',
      policy: 'AWSOrganizationsServiceTrustPolicy',
      description:
        'Service-linked role used by AWS Organizations to enable integration of other AWS services.',
    },
  ],
  [
    'rds.amazonaws.com',
    {
      role: 'AWSServiceRoleForRDS',
      policy: 'AmazonRDSServiceRolePolicy',
      description: 'Allows Amazon RDS to manage AWS resources on your behalf',
    },
  ],
  [
    'spot.amazonaws.com',
    {
      role: 'AWSServiceRoleForEC2Spot',
      policy: 'AWSEC2SpotServiceRolePolicy',
      description: 'Default EC2 Spot Service Linked Role',
    },
  ],
  [
    'support.amazonaws.com',
    {
      role: 'AWSServiceRoleForSupport',
      policy: 'AWSSupportServiceRolePolicy',
      description: 'Enables resource access for AWS to provide billing, administrative and support services',
    },
  ],
  [
    'trustedadvisor.amazonaws.com',
    {
      role: 'AWSServiceRoleForTrustedAdvisor',
      policy: 'AWSTrustedAdvisorServiceRolePolicy',
      description:
        'Access for the AWS Trusted Advisor Service to help reduce cost, increase performance, and improve security of your AWS environment.',
    },
  ],
]);
