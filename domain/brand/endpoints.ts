import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id, idParam, line, moment } from '../shape.ts'

const brandShape = z.object({ id, name: z.string(), archived: z.boolean(), createdAt: moment })

export const brandEndpoints = {
  listBrands: endpoint({
    method: 'GET',
    path: '/api/brands',
    access: 'staff',
    summary: 'Brands in which the viewer holds any role.',
    output: z.object({ brands: z.array(brandShape) }),
  }),
  createBrand: endpoint({
    method: 'POST',
    path: '/api/brands',
    access: 'brand.manage',
    summary: 'Makes a brand: a group of shops that share customers.',
    body: z.object({ name: line(100) }),
    output: z.object({ brandId: id }),
  }),
  updateBrand: endpoint({
    method: 'PATCH',
    path: '/api/brands/:brandId',
    access: 'brand.manage',
    summary: 'Renames, archives or restores a brand.',
    params: z.object({ brandId: idParam }),
    body: z.object({ name: line(100).optional(), archived: z.boolean().optional() }),
    output: done,
  }),
} as const
