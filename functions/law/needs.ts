import type { Department } from '../../schemas/department.ts';
import type { Need } from '../../schemas/need.ts';
import { type Citation, cite } from './sources.ts';

/** A need by its name in papers, and the department whose duty it is (rulebook 3.8); `living` is this procedure's own. */
interface NeedRule {
  readonly zh: string;
  readonly department?: Department;
}

const rules: Readonly<Record<Need, NeedRule>> = {
  living: { zh: '基本生活救助' },
  medical: { zh: '医疗救助', department: 'medical' },
  education: { zh: '教育救助', department: 'education' },
  housing: { zh: '住房救助', department: 'housing' },
  employment: { zh: '就业救助', department: 'employment' },
  disaster: { zh: '受灾人员救助', department: 'emergency' },
  disability: { zh: '残疾人两项补贴及服务', department: 'disabled' },
  care: { zh: '照料服务', department: 'civil-affairs' },
  emergency: { zh: '临时救助', department: 'civil-affairs' },
  legal: { zh: '法律援助', department: 'justice' },
  charity: { zh: '慈善帮扶', department: 'charity' },
};

const departments: Readonly<Record<Department, string>> = {
  medical: '医疗保障部门',
  education: '教育部门',
  housing: '住房城乡建设部门',
  employment: '人力资源社会保障部门',
  emergency: '应急管理部门',
  disabled: '残疾人联合会',
  justice: '司法行政部门',
  charity: '慈善组织',
  'civil-affairs': '民政部门',
};

/** What a need is called in papers. */
export const needText = (need: Need): string => rules[need].zh;

/** What a department is called in papers, without its county. */
export const departmentText = (department: Department): string => departments[department];

/** On what a need is passed on: the notice, and the duty of departments to hand on what is another's (LAW §64). */
export const referralBasis: readonly Citation[] = [cite('SEED', '二(三)1'), cite('LAW', '§64')];

/** Needs that a department cannot meet: each goes to the one whose duty it is (按照职责分工); charity may help with any of them. */
export const notOfDepartment = (department: Department, needs: readonly Need[]): readonly Need[] =>
  department === 'charity' ? [] : needs.filter((need) => rules[need].department !== department);

/**
 * Whether a person's data go on only with the person's signed consent. Departments act under a statutory duty, which needs none
 * (PIPL §13(三)); a charity is no organ of the state, so it does (PIPL §23).
 */
export const consentNeeded = (department: Department): boolean => department === 'charity';
