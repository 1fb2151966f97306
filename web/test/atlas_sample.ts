// SPDX-License-Identifier: MIT
import { readFileSync } from "node:fs";
import type { Atlas } from "../src/atlas/atlas";
import { readAtlas } from "../src/atlas/atlas";
import { Book } from "../src/atlas/book";

export const ATLAS_TEXT = readFileSync(new URL("../sample/atlas.json", import.meta.url), "utf8");

/** A fresh copy of the sample. */
export function sampleAtlas(): Atlas {
  const read = readAtlas(ATLAS_TEXT);
  if (!("atlas" in read)) throw new Error(read.problem);
  return read.atlas;
}

export function sampleBook(): Book {
  return new Book(sampleAtlas());
}
