import { afterAll, afterEach } from 'vitest'
import { removeFolders } from './temporary-folders.ts'

// Runs before each file of tests. Files share the modules they import, which therefore hook into none of them.
afterEach(() => removeFolders('test'))
afterAll(() => removeFolders('file'))
