export interface LineColumn {
  readonly line: number; // from 1
  readonly column: number; // from 1, in UTF-16 code units
}

/** Line and column of places in a text, by its line ends: \n, \r\n or a lone \r. */
export function lineColumns(text: string): (at: number) => LineColumn {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return (at) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return { line: low, column: at - starts[low - 1]! + 1 };
  };
}
