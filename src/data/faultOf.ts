import type { DataFault } from '../core/network/dataReport';
import type { DataError } from './dataError';

/** The fault that an error tells of, as a value. */
export function faultOf(error: DataError): DataFault {
  return {
    code: error.code,
    severity: 'error',
    message: error.message,
    field: error.field ?? 'data',
    ...(error.suggestions ? { suggestions: error.suggestions } : {}),
    ...(error.fixes ? { fixes: error.fixes } : {}),
  };
}
