/** Writes a file that never gets whole, for tests that end it on the way. */
import { writeFileWhole } from '../../dist/cli/write-file.js'

function* chunks() {
  for (let i = 0; ; i += 1) {
    if (i === 3) process.stdout.write('begun')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    yield 'x'
  }
}

await writeFileWhole(process.argv[2], chunks())
