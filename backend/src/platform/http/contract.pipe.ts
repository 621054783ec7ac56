import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { Problem, type ProblemError } from '@app/shared/domain';

/** Checks every request against its contract class: unknown keys are refused, each fault is named by its path. */
export function contractPipe(): ValidationPipe {
  return new ContractPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (faults) =>
      Problem.ofFields(
        'contract-broken',
        faults.flatMap((fault) => errorsOf(fault, '')),
      ),
  });
}

class ContractPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const path = metadata.type === 'custom' ? null : pathOfUnkeepable(value, metadata.data ?? '');
    if (path !== null) {
      throw Problem.ofFields('contract-broken', [
        { path, message: 'The text has a character that cannot be kept. Type it again' },
      ]);
    }
    return super.transform(value, metadata);
  }
}

/** Where a text holds what PostgreSQL cannot keep, U+0000 or half a character; null when none does. */
function pathOfUnkeepable(value: unknown, path: string): string | null {
  if (typeof value === 'string') {
    return value.includes('\0') || !value.isWellFormed() ? path : null;
  }
  if (value === null || typeof value !== 'object') return null;
  for (const [key, part] of Object.entries(value)) {
    const found = pathOfUnkeepable(part, path ? `${path}.${key}` : key);
    if (found !== null) return found;
  }
  return null;
}

function errorsOf(fault: ValidationError, above: string): ProblemError[] {
  const path = above ? `${above}.${fault.property}` : fault.property;
  const own = Object.entries(fault.constraints ?? {}).map(([rule, message]) => ({
    path,
    message:
      rule === 'whitelistValidation'
        ? `The request has a part that the service does not know: ${path}`
        : message,
  }));
  return [...own, ...(fault.children ?? []).flatMap((child) => errorsOf(child, path))];
}
