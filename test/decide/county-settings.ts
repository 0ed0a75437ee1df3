import type { CountyState } from '../../functions/core/county-fold.ts';
import type { ParameterKey, ParameterRecord, ParameterValue } from '../../schemas/parameter.ts';
import type { World } from '../world.ts';

/** The county sets a parameter, entered by one person and approved by another. */
export function withParameter(
  world: World,
  key: ParameterKey,
  value: ParameterValue,
  more: Partial<ParameterRecord> = {},
): World {
  const county = world.states.get('county:649900') as CountyState;
  const record: ParameterRecord = {
    id: `${key}@${more.from ?? '2026-01-01'}~${county.parts.parameters?.length ?? 0}`,
    key,
    value,
    from: '2026-01-01',
    document: { title: 'FX-2026 演示数据·非真实标准' },
    enteredBy: 'cc-1',
    enteredAt: '2025-12-20T02:00:00.000Z',
    approvedBy: 'cc-2',
    approvedAt: '2025-12-22T02:00:00.000Z',
    ...more,
  };
  const parameters = [...(county.parts.parameters ?? []), record];
  world.states.set('county:649900', { ...county, parts: { ...county.parts, parameters } });
  return world;
}
