/** A county-level tenant: the 22 counties of Ningxia and 宁东, which has no county code of its own (rulebook 9.3; divisions as of 2023-06-30). */
export interface Tenant {
  readonly code: string;
  readonly zh: string;
  /** Townships of a tenant without a county code: their official codes lie inside another county's. */
  readonly townships?: readonly string[];
}

const tenant = (code: string, zh: string, townships?: readonly string[]): Tenant => ({
  code,
  zh,
  ...(townships ? { townships } : {}),
});

export const tenants: readonly Tenant[] = [
  tenant('640104', '兴庆区'),
  tenant('640105', '西夏区'),
  tenant('640106', '金凤区'),
  tenant('640121', '永宁县'),
  tenant('640122', '贺兰县'),
  tenant('640181', '灵武市'),
  tenant('640202', '大武口区'),
  tenant('640205', '惠农区'),
  tenant('640221', '平罗县'),
  tenant('640302', '利通区'),
  tenant('640303', '红寺堡区'),
  tenant('640323', '盐池县'),
  tenant('640324', '同心县'),
  tenant('640381', '青铜峡市'),
  tenant('640402', '原州区'),
  tenant('640422', '西吉县'),
  tenant('640423', '隆德县'),
  tenant('640424', '泾源县'),
  tenant('640425', '彭阳县'),
  tenant('640502', '沙坡头区'),
  tenant('640521', '中宁县'),
  tenant('640522', '海原县'),
  tenant('64ND00', '宁东', ['640181103']),
];

/** The fictitious demonstration county (演示县): an unassigned area, so that no real person can be hit. */
export const demonstrationTenant: Tenant = tenant('649900', '演示县');

/** The autonomous region's own code. */
export const region = '640000';

/** The divisions above the counties: the region and its cities. */
const overseers: readonly string[] = [
  region,
  ...new Set(tenants.map(({ code }) => `${code.slice(0, 4)}00`).filter((code) => /^\d{6}$/.test(code))),
];

/**
 * Every division whose events have a log: the counties, and region and cities, where refusals and readings of their own staff and of
 * callers without an organisation stand. Each is sealed and counted, also where no docket runs.
 */
export const divisionsWithLog: readonly string[] = [
  ...[...tenants, demonstrationTenant].map(({ code }) => code),
  ...overseers,
];

/** Whether a division has a log: no event may be numbered under another, since nobody would seal it. */
export const keepsLog = (code: string): boolean => divisionsWithLog.includes(code);

const byTownship: ReadonlyMap<string, string> = new Map(
  tenants.flatMap(({ code, townships = [] }) => townships.map((township) => [township, code] as const)),
);

/**
 * The tenant a number belongs to: that of a county, township or village, of a case, or of any subject whose number begins with one
 * of them. 宁东镇 (`640181103`) answers `64ND00`, though its code lies inside 灵武市 (rulebook 9.3). The one place that knows.
 */
export const countyOf = (code: string): string => byTownship.get(code.slice(0, 9)) ?? code.slice(0, 6);

/** The county code of the official register of divisions that a township or village code lies in: what a household register says. */
export const officialCountyOf = (townshipCode: string): string => townshipCode.slice(0, 6);

/** The township of a case number or village code: its first nine digits. */
export const townshipOf = (code: string): string => code.slice(0, 9);
