const SHARPNESS = 2; // pixels of the picture for each pixel of the drawing

/** An SVG file as a PNG of two pixels for each of the drawing, in the very fonts that this browser draws the SVG with. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = SHARPNESS * image.naturalWidth;
  canvas.height = SHARPNESS * image.naturalHeight;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser draws nothing on a canvas");
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((done, failed) =>
    canvas.toBlob((picture) => (picture === null ? failed(new Error("the picture is too large")) : done(picture)), "image/png"),
  );
}
