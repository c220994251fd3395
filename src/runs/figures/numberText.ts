// beside the other figures, though sentences about networks write numbers so too
export { numberText, tickText } from '../../core/network/numberText';
