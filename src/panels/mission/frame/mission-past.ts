/** What was stored of a mission on earlier visits. */
export interface MissionPast {
  readonly attempts?: number | undefined;
  readonly hints?: number | undefined;
}
