import type { PaperKind } from '../../schemas/paper.ts';
import type { Document } from './document.ts';
import { receipt } from './w05-receipt.ts';
import { materialsRequest } from './w06-materials-request.ts';
import { acceptance } from './w07-acceptance.ts';
import { refusal } from './w08-refusal.ts';
import { relativeFiling } from './w09-relative-filing.ts';
import { verificationResult } from './w12-verification-result.ts';
import { publicity } from './w17-publicity.ts';
import { extension } from './w19-extension.ts';
import { confirmation } from './w20-confirmation.ts';
import { denial } from './w21-denial.ts';
import { publication } from './w22-publication.ts';
import { termination } from './w27-termination.ts';
import { deliveryReceipt } from './w35-delivery-receipt.ts';

/** Every paper of this release by its number in rulebook section 4. */
export const documents: Readonly<Record<PaperKind, Document>> = {
  W05: receipt,
  W06: materialsRequest,
  W07: acceptance,
  W08: refusal,
  W09: relativeFiling,
  W12: verificationResult,
  W17: publicity,
  W19: extension,
  W20: confirmation,
  W21: denial,
  W22: publication,
  W27: termination,
  W35: deliveryReceipt,
};
