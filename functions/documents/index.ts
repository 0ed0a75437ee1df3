import type { PaperKind } from '../../schemas/paper.ts';
import type { Document } from './document.ts';
import { receipt } from './w05-receipt.ts';
import { materialsRequest } from './w06-materials-request.ts';
import { acceptance } from './w07-acceptance.ts';
import { refusal } from './w08-refusal.ts';
import { relativeFiling } from './w09-relative-filing.ts';
import { verificationRequest } from './w10-verification-request.ts';
import { verificationReport } from './w11-verification-report.ts';
import { verificationResult } from './w12-verification-result.ts';
import { survey } from './w13-survey.ts';
import { minutes } from './w15-minutes.ts';
import { review } from './w16-review.ts';
import { publicity } from './w17-publicity.ts';
import { publicityRecord } from './w18-publicity-record.ts';
import { extension } from './w19-extension.ts';
import { confirmation } from './w20-confirmation.ts';
import { denial } from './w21-denial.ts';
import { publication } from './w22-publication.ts';
import { representationsNotice } from './w23-representations-notice.ts';
import { representations } from './w24-representations.ts';
import { adjustment } from './w25-adjustment.ts';
import { fadeOut } from './w26-fade-out.ts';
import { termination } from './w27-termination.ts';
import { revocation } from './w28-revocation.ts';
import { returnOrder } from './w29-return-order.ts';
import { selfCareForm } from './w30-self-care.ts';
import { agreement } from './w31-agreement.ts';
import { fastAid } from './w32-fast-aid.ts';
import { referral } from './w33-referral.ts';
import { supervision } from './w34-supervision.ts';
import { deliveryReceipt } from './w35-delivery-receipt.ts';

/** Every paper the system issues, by its number in rulebook section 4. */
export const documents: Readonly<Record<PaperKind, Document>> = {
  W05: receipt,
  W06: materialsRequest,
  W07: acceptance,
  W08: refusal,
  W09: relativeFiling,
  W10: verificationRequest,
  W11: verificationReport,
  W12: verificationResult,
  W13: survey,
  W15: minutes,
  W16: review,
  W17: publicity,
  W18: publicityRecord,
  W19: extension,
  W20: confirmation,
  W21: denial,
  W22: publication,
  W23: representationsNotice,
  W24: representations,
  W25: adjustment,
  W26: fadeOut,
  W27: termination,
  W28: revocation,
  W29: returnOrder,
  W30: selfCareForm,
  W31: agreement,
  W32: fastAid,
  W33: referral,
  W34: supervision,
  W35: deliveryReceipt,
};
