import { main } from './main.ts'

// Whatever is still open then, such as a download that lost its race, must not hold up the job.
process.exit(await main(process.env))
