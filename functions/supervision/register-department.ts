import {
  type DepartmentClient,
  DepartmentClient as DepartmentClientSchema,
  DepartmentEntry,
} from '../../schemas/department.ts';
import { departmentIdOf } from '../core/department-fold.ts';
import { countyAsked } from '../core/division-asked.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** Registers the system of a department that may ask whether a person is recognised; again with a last day to end it. */
export const registerDepartment = defineStep({
  id: 'supervision.register-department',
  zh: '登记部门系统',
  en: 'Register the system of a department',
  route: 'POST /v1/departments',
  provision: [cite('LAW', '§42(2)'), cite('SEED', '二(四)')],
  input: DepartmentEntry,
  output: DepartmentClientSchema,
  status: 201,
  facts: ({ input, actor }) => ({
    subjects: [{ kind: 'department', id: departmentIdOf(countyAsked(actor, undefined), input.clientId) }],
  }),
  decide: ({ actor }, { clientId, department, until }, now) => {
    const countyCode = countyAsked(actor, undefined);
    const client: DepartmentClient = {
      countyCode,
      clientId,
      department,
      ...(until ? { until } : {}),
      registeredBy: actor.personId,
      registeredAt: now,
    };
    return {
      event: { type: 'department-registered', data: { client } },
      subject: { kind: 'department', id: departmentIdOf(countyCode, clientId) },
      reply: client,
    };
  },
});
