import type { World } from '../world.ts';

/** The county sets a parameter, as entered and approved. */
export function withParameter(world: World, key: string, value: unknown): World {
  const county = world.states.get('county:649900') as unknown as { parts: { parameters: unknown[] } };
  const record = {
    id: `${key}@2026-01-01~1`,
    key,
    value,
    from: '2026-01-01',
    document: { title: 'FX-2026 演示数据·非真实标准' },
    enteredBy: 'cc-1',
    enteredAt: '2025-12-20T02:00:00.000Z',
    approvedBy: 'cc-2',
    approvedAt: '2025-12-22T02:00:00.000Z',
  };
  world.states.set('county:649900', {
    ...county,
    parts: { ...county.parts, parameters: [...county.parts.parameters, record] },
  } as never);
  return world;
}
