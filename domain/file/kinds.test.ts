import { expect, test } from 'vitest'
import { fileKinds, kindOf } from './kinds.ts'

/** A file whose bytes are these letters' numbers. */
function kindOfBytes(letters: string, name = 'file'): Promise<string | null> {
  return kindOfFile(
    Uint8Array.from(letters, (letter) => letter.charCodeAt(0)),
    name,
  )
}

function kindOfFile(bytes: Uint8Array, name = 'file'): Promise<string | null> {
  return kindOf(async (offset, length) => bytes.slice(offset, offset + length), bytes.length, name)
}

const box = (brand: string, ...more: string[]) =>
  `\0\0\0${String.fromCharCode(16 + 4 * more.length)}ftyp${brand}\0\0\0\0${more.join('')}`

test.each([
  ['\x89PNG\r\n\x1a\n....', 'png'],
  ['\xff\xd8\xff\xe0..JFIF', 'jpeg'],
  ['GIF89a....', 'gif'],
  ['RIFF....WEBPVP8 ', 'webp'],
  [box('avif', 'mif1'), 'avif'],
  [box('mif1', 'avif'), 'avif'],
  [box('heic', 'mif1'), 'heic'],
  ['%PDF-1.7\n', 'pdf'],
  [box('isom', 'mp41'), 'mp4'],
  [box('qt  '), 'mov'],
  [box('M4A ', 'isom'), 'm4a'],
  ['\x1a\x45\xdf\xa3....\x42\x82\x84webm', 'webm'],
  ['\x1a\x45\xdf\xa3....\x42\x82\x88matroska', null],
  ['ID3\x04\0', 'mp3'],
  ['\xff\xfb\x90\x64\0', 'mp3'],
  ['\xff\xf1\x50\x80\0', null],
  ['OggS\0........OpusHead', 'ogg'],
  ['RIFF....WAVEfmt ', 'wav'],
  ['#!AMR\n\x0c', 'amr'],
])('%j is %s', async (letters, expected) => {
  expect(await kindOfBytes(letters)).toBe(expected)
})

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['\n <!-- note --> <html>'],
  ['<?xml version="1.0"?><svg/>'],
  ['\xef\xbb\xbf<!DOCTYPE html>'],
  ['<script>alert(1)</script>'],
  ['#!/bin/sh\nrm -rf /'],
  ['@echo off'],
  ['{\\rtf1 x}'],
  ['MZ\x90\0\x03'],
  ['\x7fELF\x02\x01'],
  ['\xca\xfe\xba\xbe\0\0\0\x34'],
  ['\x1f\x8b\x08\0'],
  ['\0\0\0\0'],
  ['PK\x03\x04 and no directory'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut short'],
])('%j is refused, whatever its name says', async (letters) => {
  for (const name of ['a.png', 'a.txt', 'a.csv', 'a.pdf']) {
    expect(await kindOfBytes(letters, name)).toBeNull()
  }
})

test('text in UTF-8, UTF-16 and GB 18030 is text; a sheet is told by its name', async () => {
  const gb = Uint8Array.from([0xc4, 0xe3, 0xba, 0xc3, 0x0a])
  expect(await kindOfFile(new TextEncoder().encode('你好，订单 1001'))).toBe('txt')
  expect(await kindOfFile(gb)).toBe('txt')
  expect(await kindOfBytes('\xff\xfeh\0i\0')).toBe('txt')
  expect(await kindOfBytes('\xff\xfe<\0s\0v\0g\0>\0')).toBeNull()
  expect(await kindOfBytes('sku,size\n1,42\n', 'Orders.CSV')).toBe('csv')
})

test('a letter that is cut at the end of what is looked at does not spoil a long text', async () => {
  expect(await kindOfFile(new TextEncoder().encode(`a${'你'.repeat(3000)}`))).toBe('txt')
})

/** A compound file whose directory holds this stream (MS-CFB: header, then the directory in sector 0). */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes[30] = 9
  for (const [entry, name] of ['Root Entry', stream].entries()) {
    for (const [place, letter] of [...name].entries()) {
      bytes[512 + entry * 128 + place * 2] = letter.charCodeAt(0)
    }
  }
  return bytes
}

test.each([
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['PowerPoint Document', 'ppt'],
  ['__properties_version1.0', null],
  ['!_StringData', null],
])('a compound file with %s is %s', async (stream, expected) => {
  expect(await kindOfFile(compound(stream))).toBe(expected)
})

/** An archive of empty entries: its directory and its end alone, behind one local header. */
function archive(...names: string[]): Uint8Array {
  const entry = (name: string) => {
    const record = new Uint8Array(46 + name.length)
    record.set([0x50, 0x4b, 0x01, 0x02])
    record[28] = name.length
    record.set(new TextEncoder().encode(name), 46)
    return [...record]
  }
  const end = [0x50, 0x4b, 0x05, 0x06, ...new Array<number>(18).fill(0)]
  return Uint8Array.from([0x50, 0x4b, 0x03, 0x04, ...names.flatMap(entry), ...end])
}

test.each([
  [['a.txt', 'b/c.png'], 'zip'],
  [['[Content_Types].xml', 'word/document.xml'], 'docx'],
  [['[Content_Types].xml', 'xl/workbook.xml'], 'xlsx'],
  [['[Content_Types].xml', 'ppt/presentation.xml'], 'pptx'],
  [['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'], 'zip'],
  [['word/document.xml'], 'zip'],
  [['META-INF/MANIFEST.MF', 'Main.class'], null],
  [['AndroidManifest.xml', 'classes.dex'], null],
])('an archive with %j is %s', async (names, expected) => {
  expect(await kindOfFile(archive(...names))).toBe(expected)
})

test('no kind that a browser would run is on the list', () => {
  const media = Object.values(fileKinds).map((kind) => kind.media)
  expect(media.filter((one) => /svg|html|xml$|javascript|octet/.test(one))).toEqual([])
})
