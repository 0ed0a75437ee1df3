import type { ParameterEntry } from '../../schemas/parameter.ts';
import type { EntryFault } from './parameter-rule.ts';

/**
 * Bounds the law sets to a county's choices on publicity: the village board is always a mandatory channel (D57 §19, §24), and full names
 * online need a filed impact assessment, whose hash the entry carries (PIPL §55).
 */
export function publicityFault({ key, value, document }: ParameterEntry): EntryFault | undefined {
  if (key === 'publicity.mandatoryChannels' && !(Array.isArray(value) && value.includes('village-board')))
    return {
      zh: '村级公示栏为必设渠道，不得取消',
      en: 'The village board is mandatory and may not be left out',
      statutory: true,
    };
  if (key === 'publicity.maskNameOnline' && value === false && document.sha256 === undefined)
    return {
      zh: '网上公示全名须先完成个人信息保护影响评估，并附评估报告的 SHA-256',
      en: 'Full names online need a filed impact assessment; give the hash of the report',
      statutory: true,
    };
  return undefined;
}
