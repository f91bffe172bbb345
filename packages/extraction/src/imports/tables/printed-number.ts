/** Whether a text is a number with a decimal point, as registers and most tables print one. */
export const isNumber = (text: string): boolean => /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{1,3})?$/.test(text.trim());
